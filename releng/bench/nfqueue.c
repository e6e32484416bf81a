/*
 * Takes packets out of a kernel's queue and accepts them all: the yardstick of releng/bench/run nfqueue.
 *
 *   nfqueue [-b BATCH] [-l LONGEST_QUEUE] NUMBER
 *
 * Raw netlink, no library: packets come with one recvmmsg(2), 128 bytes of each, long segments whole (GSO), and one verdict on the
 * whole batch goes back with one send(2). Prints "enforcing" when the queue is open; ends with its standard input.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <linux/netlink.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 1024, SLOT = 2048, COPIED = 128, BUFFER = 32 << 20 };

struct message {
    struct nlmsghdr header;
    struct nfgenmsg family;
    char attributes[64];
};

static int batch = 64;
static int longest_queue = 32768;

static void die(const char *what)
{
    fprintf(stderr, "nfqueue: %s: %s\n", what, strerror(errno));
    exit(5);
}

static struct message begin(int type, int flags, int queue)
{
    struct message message = { .header = { .nlmsg_len = NLMSG_LENGTH(sizeof(struct nfgenmsg)),
        .nlmsg_type = NFNL_SUBSYS_QUEUE << 8 | type, .nlmsg_flags = NLM_F_REQUEST | flags },
        .family = { .nfgen_family = AF_UNSPEC, .version = NFNETLINK_V0, .res_id = htons(queue) } };
    return message;
}

static void add(struct message *message, int type, const void *value, int bytes)
{
    struct nlattr *attribute = (void *) ((char *) message + NLMSG_ALIGN(message->header.nlmsg_len));
    attribute->nla_type = type;
    attribute->nla_len = NLA_HDRLEN + bytes;
    memcpy(attribute + 1, value, bytes);
    message->header.nlmsg_len = NLMSG_ALIGN(message->header.nlmsg_len) + NLA_ALIGN(attribute->nla_len);
}

static void ask(int fd, struct message *message, const char *what)
{
    char answer[8192];
    if (send(fd, message, message->header.nlmsg_len, 0) < 0)
        die(what);
    for (;;) {
        ssize_t bytes = recv(fd, answer, sizeof answer, 0);
        struct nlmsghdr *header = (void *) answer;
        if (bytes < 0)
            die(what);
        if (header->nlmsg_type == NLMSG_ERROR) {
            errno = -((struct nlmsgerr *) NLMSG_DATA(header))->error;
            if (errno)
                die(what);
            return;
        }
    }
}

static int open_queue(int number)
{
    int fd = socket(AF_NETLINK, SOCK_RAW, NETLINK_NETFILTER);
    struct sockaddr_nl own = { .nl_family = AF_NETLINK };
    int buffer = BUFFER;
    if (fd < 0 || bind(fd, (struct sockaddr *) &own, sizeof own) < 0
            || setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &buffer, sizeof buffer) < 0)
        die("netlink socket");
    struct message message = begin(NFQNL_MSG_CONFIG, NLM_F_ACK, number);
    struct nfqnl_msg_config_cmd bind = { .command = NFQNL_CFG_CMD_BIND };
    add(&message, NFQA_CFG_CMD, &bind, sizeof bind);
    ask(fd, &message, "bind");
    message = begin(NFQNL_MSG_CONFIG, NLM_F_ACK, number);
    struct nfqnl_msg_config_params copy = { .copy_range = htonl(COPIED), .copy_mode = NFQNL_COPY_PACKET };
    add(&message, NFQA_CFG_PARAMS, &copy, sizeof copy);
    uint32_t longest = htonl(longest_queue);
    add(&message, NFQA_CFG_QUEUE_MAXLEN, &longest, sizeof longest);
    uint32_t flags = htonl(NFQA_CFG_F_GSO);
    add(&message, NFQA_CFG_FLAGS, &flags, sizeof flags);
    add(&message, NFQA_CFG_MASK, &flags, sizeof flags);
    ask(fd, &message, "configure");
    int one = 1;
    setsockopt(fd, SOL_NETLINK, NETLINK_NO_ENOBUFS, &one, sizeof one);
    return fd;
}

static uint32_t packet_id(const struct nlmsghdr *header)
{
    const char *at = (const char *) header + NLMSG_LENGTH(sizeof(struct nfgenmsg));
    const char *end = (const char *) header + header->nlmsg_len;
    while (at + NLA_HDRLEN <= end) {
        const struct nlattr *attribute = (const void *) at;
        if (attribute->nla_type == NFQA_PACKET_HDR)
            return ((const struct nfqnl_msg_packet_hdr *) (attribute + 1))->packet_id;
        at += NLA_ALIGN(attribute->nla_len);
    }
    return 0;
}

static __attribute__((noreturn)) void *accept_all(void *argument)
{
    int number = *(int *) argument;
    int fd = open_queue(number);
    char *memory = malloc((size_t) SLOT * batch);
    struct mmsghdr *messages = calloc(batch, sizeof *messages);
    struct iovec *parts = calloc(batch, sizeof *parts);
    for (int i = 0; i < batch; i++) {
        parts[i].iov_base = memory + (size_t) i * SLOT;
        parts[i].iov_len = SLOT;
        messages[i].msg_hdr.msg_iov = parts + i;
        messages[i].msg_hdr.msg_iovlen = 1;
    }
    puts("enforcing");
    fflush(stdout);
    for (;;) {
        int count = recvmmsg(fd, messages, batch, MSG_WAITFORONE, NULL);
        if (count < 0 && errno != EINTR && errno != ENOBUFS)
            die("receive");
        uint32_t last = 0;
        for (int i = 0; i < count; i++) {
            const struct nlmsghdr *header = parts[i].iov_base;
            if (header->nlmsg_type == (NFNL_SUBSYS_QUEUE << 8 | NFQNL_MSG_PACKET))
                last = packet_id(header);
        }
        if (last) {
            struct message message = begin(NFQNL_MSG_VERDICT_BATCH, 0, number);
            struct nfqnl_msg_verdict_hdr verdict = { .verdict = htonl(NF_ACCEPT), .id = last };
            add(&message, NFQA_VERDICT_HDR, &verdict, sizeof verdict);
            if (send(fd, &message, message.header.nlmsg_len, 0) < 0)
                die("verdict");
        }
    }
}

int main(int argc, char **argv)
{
    int option;
    while ((option = getopt(argc, argv, "b:l:")) >= 0)
        if (option == 'b')
            batch = atoi(optarg);
        else if (option == 'l')
            longest_queue = atoi(optarg);
    if (argc - optind != 1 || batch < 1 || batch > MOST || longest_queue < 1) {
        fprintf(stderr, "usage: nfqueue [-b BATCH] [-l LONGEST_QUEUE] NUMBER\n");
        return 2;
    }
    int number = atoi(argv[optind]);
    pthread_t thread;
    pthread_create(&thread, NULL, accept_all, &number);
    char byte;
    while (read(0, &byte, 1) > 0)
        ;
    return 0;
}
